/**
 * For a control that is dragged: work asked for while work is under way is done once afterwards, whatever was asked
 * last. Short work comes to its end, so that a drag is answered all along; work that takes longer than `patience` (ms)
 * gives way at once, which `work` must do by itself when it is called again.
 */
export function latest(work: () => Promise<void>, patience = 250): () => void {
  let busy = false;
  let wanted = false;
  let ask = () => {};

  async function answer(): Promise<void> {
    busy = true;
    do {
      wanted = false;
      const asked = new Promise<void>((resolve) => (ask = resolve));
      const ended = work().catch(() => {});
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patience))]);
      if (!wanted) await Promise.race([ended, asked]);
    } while (wanted);
    busy = false;
  }

  return () => {
    wanted = true;
    ask();
    if (!busy) void answer();
  };
}
