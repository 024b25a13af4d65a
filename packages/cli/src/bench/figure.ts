/** One measured figure. `bar` is what the house holds it to; absent where it only informs. */
export interface Figure {
  readonly name: string
  readonly zh: string
  readonly value: number
  readonly unit: 'ns' | 'ms' | 's' | 'kB' | 'MB' | '/s' | '×'
  readonly bar?: { readonly most: number } | { readonly least: number }
}

/** The middle of a list of samples. */
export const median = (samples: readonly number[]): number =>
  [...samples].sort((a, b) => a - b)[Math.floor(samples.length / 2)] ?? Number.NaN

/** Milliseconds that a piece of work takes. */
export const timed = async (work: () => unknown): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** Does a figure keep its bar? */
export const keepsBar = ({ value, bar }: Figure): boolean =>
  !bar || ('most' in bar ? value <= bar.most : value >= bar.least)
