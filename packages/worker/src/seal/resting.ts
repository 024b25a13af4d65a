import { type NoSeal, noSeal, type SealAnswer, type SealPort } from './seal-port.js'

/** Milliseconds that a server that did not answer is left alone. */
const rest = 30_000

/**
 * After a failure that is not about one letter, the others are told at once for half a minute: five hundred letters that
 * wait must not each wait out the server's time, with everything else of the worker behind them.
 */
export const resting = (port: SealPort, now: () => Date): SealPort => {
  let until = 0
  let why = ''
  const tired = (): NoSeal | undefined => (now().getTime() < until ? noSeal(`${why}；稍后再试`) : undefined)
  const heard = <Value>(answer: SealAnswer<Value>): SealAnswer<Value> => {
    if (!answer.ok && !answer.refused) {
      until = now().getTime() + rest
      why = answer.reason
    }
    return answer
  }
  return {
    test: port.test,
    face: async (organ) => tired() ?? heard(await port.face(organ)),
    seal: async (order) => tired() ?? heard(await port.seal(order)),
  }
}
