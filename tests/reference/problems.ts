import { readFileSync } from 'node:fs';
import { type Tensor, tensor } from '../../src/optim/tensor.ts';

/** A problem as the recorded cases name it; see README.md beside this file for the formulas. */
export interface RecordedProblem {
  loss(params: readonly Tensor[]): number;
  /** The gradient used by update number `t`, counted from 1. */
  gradient(params: readonly Tensor[], t: number): Tensor[];
}

export interface ProblemFields {
  readonly name: string;
  readonly [constant: string]: unknown;
}

interface DataSet {
  readonly X: readonly (readonly number[])[];
  readonly Y: readonly (readonly number[])[];
}

const like = ({ shape }: Tensor, values: readonly number[]) => tensor(shape, values);
const point = (params: readonly Tensor[]) => params[0]!.data as unknown as [number, number];

const makers: Record<
  string,
  (fields: ProblemFields, data: Record<string, DataSet>) => RecordedProblem
> = {
  quad2: (fields) => {
    const { a, b, c } = fields as unknown as Record<'a' | 'b' | 'c', number>;
    return {
      loss(params) {
        const [x, y] = point(params);
        return (a * x * x + 2 * c * x * y + b * y * y) / 2;
      },
      gradient(params) {
        const [x, y] = point(params);
        return [like(params[0]!, [a * x + c * y, c * x + b * y])];
      },
    };
  },

  rosenbrock: (fields) => {
    const { a, b } = fields as unknown as Record<'a' | 'b', number>;
    return {
      loss(params) {
        const [x, y] = point(params);
        return (a - x) ** 2 + b * (y - x * x) ** 2;
      },
      gradient(params) {
        const [x, y] = point(params);
        const [u, v] = [a - x, y - x * x];
        return [like(params[0]!, [-2 * u - 4 * b * x * v, 2 * b * v])];
      },
    };
  },

  beale: () => {
    const residuals = (x: number, y: number) =>
      [1.5 - x + x * y, 2.25 - x + x * y ** 2, 2.625 - x + x * y ** 3] as const;
    return {
      loss(params) {
        const [p, q, r] = residuals(...point(params));
        return p * p + q * q + r * r;
      },
      gradient(params) {
        const [x, y] = point(params);
        const [p, q, r] = residuals(x, y);
        return [
          like(params[0]!, [
            2 * p * (y - 1) + 2 * q * (y ** 2 - 1) + 2 * r * (y ** 3 - 1),
            2 * p * x + 4 * q * x * y + 6 * r * x * y ** 2,
          ]),
        ];
      },
    };
  },

  sparse10: (fields) => {
    const h = fields['h'] as readonly number[];
    return {
      loss: (params) => h.reduce((sum, hi, i) => sum + (hi * params[0]!.data[i]! ** 2) / 2, 0),
      gradient: (params, t) => [
        like(
          params[0]!,
          h.map((hi, i) => (t % (i + 1) === 0 ? hi * params[0]!.data[i]! : 0)),
        ),
      ],
    };
  },

  lsq: (fields, data) => {
    const { X, Y } = data[fields['data'] as string]!;
    const residuals = ([W, b]: readonly Tensor[]) => {
      const [rows, columns] = W!.shape as [number, number];
      return X.map((x, n) =>
        Array.from({ length: rows }, (_, i) => {
          let sum = b!.data[i]! - Y[n]![i]!;
          for (let j = 0; j < columns; j++) sum += W!.data[i * columns + j]! * x[j]!;
          return sum;
        }),
      );
    };
    return {
      loss(params) {
        const squares = residuals(params)
          .flat()
          .map((r) => r * r);
        return squares.reduce((sum, square) => sum + square, 0) / (2 * X.length);
      },
      gradient(params) {
        const [W, b] = params as [Tensor, Tensor];
        const columns = W.shape[1]!;
        const [dW, db] = [tensor(W.shape), tensor(b.shape)];
        for (const [n, r] of residuals(params).entries()) {
          for (const [i, ri] of r.entries()) {
            for (let j = 0; j < columns; j++) dW.data[i * columns + j]! += ri * X[n]![j]!;
            db.data[i]! += ri;
          }
        }
        for (const { data } of [dW, db]) data.forEach((sum, i) => (data[i] = sum / X.length));
        return [dW, db];
      },
    };
  },
};

export interface Probe {
  readonly problem: ProblemFields;
  readonly shapes: Record<string, number[]>;
  readonly params: Record<string, number[]>;
  readonly t: number;
  readonly loss: number;
  readonly grad: Record<string, number[]>;
}

const file = JSON.parse(readFileSync(new URL('./problems.json', import.meta.url), 'utf8')) as {
  data: Record<string, DataSet>;
  probes: Probe[];
};

/** Points at which loss and gradient are recorded too. */
export const probes = file.probes;

/** @throws Error when the recorded problem is not one of those described in README.md. */
export function recordedProblem(fields: ProblemFields): RecordedProblem {
  const make = makers[fields.name];
  if (!make) throw new Error(`unknown problem ${fields.name}`);
  return make(fields, file.data);
}
