/** How far a long work is: a line that is written over, on a terminal only; files and pipes are not filled with it. */
export interface Progress {
  tell(words: string): void
  end(): void
}

const everyMs = 100

export const openProgress = (out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr): Progress => {
  let told = Number.NEGATIVE_INFINITY
  return {
    tell: (words) => {
      if (!out.isTTY || performance.now() - told < everyMs) return
      told = performance.now()
      out.write(`\r\u001b[K${words}……`)
    },
    end: () => {
      if (told > Number.NEGATIVE_INFINITY) out.write('\r\u001b[K')
    },
  }
}
