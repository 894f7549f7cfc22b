/** What Deno's kernel offers: a message of Jupyter's protocol to all front ends. */
export interface Jupyter {
  broadcast(type: string, content: object): Promise<unknown>;
}

/** How long messages may be on their way to the front ends (ms), and how much longer for each 1,000 characters. */
const WAY = 100;
const WAY_PER_THOUSAND = 1;

/**
 * Sends messages to the front ends. Deno's kernel hands them on in a thread of its own, and may say that the cell has
 * ended while some are still under way; what comes after that the front ends drop. So a cell waits at its end.
 */
export class Outbox {
  readonly #kernel: Jupyter;
  #sent: Promise<unknown>[] = [];
  #size = 0;

  constructor(kernel: Jupyter) {
    this.#kernel = kernel;
  }

  /** Not awaited: messages stay in order, and displaying stays a plain call. */
  put(type: string, content: object): void {
    this.#size += JSON.stringify(content).length;
    this.#sent.push(this.#kernel.broadcast(type, content));
  }

  /** Not by `console.log`, whose lines go another way and would not stay in order. */
  print(line: string): void {
    this.put('stream', { name: 'stdout', text: `${line}\n` });
  }

  /** Resolves when everything has arrived, as far as one can tell. */
  async empty(): Promise<void> {
    const [sent, size] = [this.#sent, this.#size];
    [this.#sent, this.#size] = [[], 0];
    await Promise.all(sent);
    const way = WAY + (WAY_PER_THOUSAND * size) / 1000;
    await new Promise((resume) => setTimeout(resume, way));
  }
}
