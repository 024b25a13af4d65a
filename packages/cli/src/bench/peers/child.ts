import { openChromium } from './chromium.js'
import { openOurs } from './ours.js'
import { openPdfmake } from './pdfmake.js'
import type { Printer } from './printer.js'

/** A printer in a process of its own, so that none pays for another's memory. Started by `printers.ts`. */
const open: Readonly<Record<string, (folder: string) => Promise<Printer | undefined>>> = {
  ours: openOurs,
  pdfmake: openPdfmake,
  chromium: openChromium,
}

/** So many letters from this number on. */
export type Order = { readonly from: number; readonly count: number }
/** Whether the printer is here at all; then one answer an order: the last letter, milliseconds of this process's CPU. */
export type Ready = { readonly ready: boolean }
export type Done = { readonly pdf: Uint8Array; readonly cpu: number }

const work = async (printer: Printer, { from, count }: Order): Promise<Done> => {
  const before = process.cpuUsage()
  let pdf: Uint8Array = new Uint8Array()
  for (let number = from; number < from + count; number++) pdf = await printer.print(number)
  const { user, system } = process.cpuUsage(before)
  return { pdf, cpu: (user + system) / 1000 }
}

const [, , name = '', folder = ''] = process.argv
const printer = await open[name]?.(folder)
process.send?.({ ready: printer !== undefined } satisfies Ready)
if (!printer) process.disconnect?.()
else {
  process.on('message', (order: Order) => void work(printer, order).then((done) => process.send?.(done)))
  process.on('disconnect', () => void printer.close())
}
