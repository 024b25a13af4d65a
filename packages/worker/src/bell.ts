/** Something to sleep on that can be rung. A ring while nobody sleeps is not lost. */
export interface Bell {
  ring(): void
  /** Until rung, or this many milliseconds. */
  sleep(ms: number): Promise<void>
}

export const openBell = (): Bell => {
  let rung = false
  let wake: (() => void) | undefined
  const ring = (): void => {
    rung = true
    wake?.()
  }
  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        wake = undefined
        rung = false
        resolve()
      }
      const timer = setTimeout(done, ms)
      wake = done
      if (rung) done()
    })
  return { ring, sleep }
}
