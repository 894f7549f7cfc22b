import { EditorView } from '@codemirror/view';

const small = { fontSize: '0.8125rem', lineHeight: '1.5' };

/** What floats above the code and stands below it, in the book's look: its colours follow the page's theme. */
export const theme = EditorView.theme({
  '.cm-tooltip': {
    ...small,
    maxInlineSize: 'min(36rem, calc(100vw - 2rem))',
    border: '1px solid var(--line-strong)',
    borderRadius: '3px',
    background: 'var(--paper)',
    color: 'var(--ink)',
    fontFamily: 'var(--prose)',
    zIndex: '20',
  },
  '.cm-tooltip.cm-tooltip-autocomplete': {
    '& > ul': {
      maxBlockSize: '14rem',
      minInlineSize: 'min(14rem, calc(100vw - 2rem))',
      maxInlineSize: 'calc(100vw - 2rem)',
      fontFamily: 'var(--mono)',
    },
    '& > ul > li': { padding: '0.2rem 0.6rem 0.2rem 0.2rem', lineHeight: '1.5' },
    '& > ul > li[aria-selected]': { background: 'var(--accent)', color: 'var(--paper)' },
  },
  '.cm-completionIcon': { inlineSize: '1.2em', opacity: '1', color: 'var(--quiet)' },
  '[aria-selected] > .cm-completionIcon, [aria-selected] > .cm-completionDetail': {
    color: 'inherit',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': { color: 'var(--quiet)', fontStyle: 'normal' },
  '.cm-tooltip.cm-completionInfo': { padding: '0', inlineSize: 'max-content' },
  // On a narrow screen below the list: flush with it, or it would stand out of the window.
  '.cm-completionInfo.cm-completionInfo-right-narrow': { left: '0' },
  '.cm-completionInfo.cm-completionInfo-left-narrow': { right: '0' },
  '.cm-explanation': {
    boxSizing: 'border-box',
    maxBlockSize: '16rem',
    overflow: 'auto',
    padding: '0.5rem 0.75rem',
  },
  '.cm-explanation > code': {
    display: 'block',
    padding: '0',
    background: 'none',
    fontFamily: 'var(--mono)',
    fontSize: 'inherit',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  '.cm-explanation p': {
    margin: '0.5em 0 0',
    textIndent: '0',
    lineHeight: '1.5',
    overflowWrap: 'anywhere',
  },
  '.cm-explanation p code': { padding: '0', background: 'none', fontFamily: 'var(--mono)' },
  '.cm-tooltip-lint': { margin: '0', padding: '0', listStyle: 'none' },
  '.cm-diagnostic': {
    margin: '0',
    padding: '0.4rem 0.75rem',
    borderInlineStart: '2px solid var(--bad)',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  // The foot says which kind of error it is, in the page's language.
  '.cm-diagnosticSource': { display: 'none' },
  '.cm-lintRange-error': {
    background: 'none',
    paddingBlockEnd: '0',
    textDecoration: 'underline wavy var(--bad) 1px',
    textUnderlineOffset: '0.25em',
    textDecorationSkipInk: 'none',
  },
  '.cm-run-error': { background: 'color-mix(in srgb, var(--bad) 14%, transparent)' },
  '.cm-panels': { zIndex: 'auto' },
  '.cm-panels-bottom': { borderBlockStart: 'none' },
  '.cm-foot': {
    ...small,
    padding: '0.25rem 1rem 0.4rem',
    background: 'var(--shade)',
    color: 'var(--quiet)',
    fontFamily: 'var(--prose)',
    overflowWrap: 'anywhere',
  },
  '.cm-foot > button': {
    display: 'inline',
    padding: '0',
    border: 'none',
    background: 'none',
    color: 'var(--bad)',
    font: 'inherit',
    textAlign: 'start',
    whiteSpace: 'pre-wrap',
    cursor: 'pointer',
  },
  '.cm-search': { fontFamily: 'var(--prose)', fontSize: '0.8125rem' },
  '.cm-search > input, .cm-search > button': {
    border: '1px solid var(--line-strong)',
    borderRadius: '3px',
    background: 'var(--paper)',
    color: 'var(--ink)',
    fontSize: 'inherit',
  },
  '.cm-searchMatch': { background: 'color-mix(in srgb, var(--accent) 10%, transparent)' },
  '.cm-searchMatch-selected': { outline: '1.5px solid var(--accent)' },
  '.cm-selectionMatch': { background: 'color-mix(in srgb, var(--ink) 12%, transparent)' },
});
