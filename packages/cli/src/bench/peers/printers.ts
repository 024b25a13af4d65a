import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Done, Order, Ready } from './child.js'
import { cpuBelow } from './cpu.js'

/** Who is measured, in this order. */
export const names = ['ours', 'pdfmake', 'chromium'] as const
export type PrinterName = (typeof names)[number]

/** A printer at work in processes of its own. */
export interface Measured {
  readonly name: PrinterName
  /** Prints so many letters: milliseconds of CPU a letter, of all its processes, and the last letter. */
  run(order: Order): Promise<{ readonly cpu: number; readonly pdf: Uint8Array }>
  close(): Promise<void>
}

const answerOf = async <T>(child: ChildProcess): Promise<T> => {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`a measured printer ended with ${code}`)
  })
  const [answer] = await Promise.race([once(child, 'message'), ended])
  return answer as T
}

/**
 * Starts a printer; undefined where it is not installed, or cannot be measured. Chromium works in processes of its own,
 * and only theirs are counted, not those of the program that speaks to it.
 */
export const startPrinter = async (name: PrinterName, folder: string): Promise<Measured | undefined> => {
  if (name === 'chromium' && process.platform !== 'linux') return undefined
  const script = fileURLToPath(new URL('./child.js', import.meta.url))
  const child = fork(script, [name, folder], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit')
  const { ready } = await answerOf<Ready>(child)
  if (!ready) return undefined
  const pid = child.pid as number
  return {
    name,
    run: async (order) => {
      const before = name === 'chromium' ? cpuBelow(pid) : 0
      child.send(order)
      const { pdf, cpu } = await answerOf<Done>(child)
      return { pdf, cpu: (name === 'chromium' ? cpuBelow(pid) - before : cpu) / order.count }
    },
    close: async () => {
      child.disconnect()
      await gone
    },
  }
}
