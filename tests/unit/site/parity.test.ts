import { expect, test } from 'vitest';
import { parityOf, parityTable } from '../../../src/components/parity.ts';

const torch = {
  optimizer: 'sgd',
  cases: 23,
  replayed: 22,
  error: 1.84e-15,
  sources: ['PyTorch 1.13.1 torch.optim.SGD'],
};
const timm = {
  optimizer: 'rmsprop_tf',
  cases: 11,
  replayed: 11,
  error: 2.5e-13,
  sources: ['huggingface/pytorch-image-models 1.0.29.dev0, timm/optim/rmsprop_tf.py RMSpropTF'],
};
const waiting = { optimizer: 'lion', cases: 17, replayed: 0, error: null, sources: ['timm'] };
const agreements = [timm, torch, waiting];

test('one optimizer says its source, its trajectories and its error', () => {
  expect(parityOf('nag', agreements)).toEqual({
    sources: 'PyTorch 1.13.1 torch.optim.SGD',
    replayed: 22,
    cases: 23,
    error: '1.8e−15',
  });
});

test('one that was not replayed, or not recorded, is an error', () => {
  expect(() => parityOf('lion', agreements)).toThrow('no recorded trajectory of lion');
  expect(() => parityOf('adam', agreements)).toThrow('no recorded trajectory of adam');
});

test('the table has every optimizer that was replayed, under the names of its classes', () => {
  expect(parityTable(agreements).map(({ names, error }) => [names, error])).toEqual([
    ['RMSPropTF', '2.5e−13'],
    ['SGD, Momentum', '1.8e−15'],
  ]);
});
