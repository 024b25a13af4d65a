import { openPress } from '@zhiqing/letters'
import { readEnvironment } from '../environment.js'
import { measureBatch } from './batch.js'
import { comparePrinters } from './compare.js'
import { type Figure, median, timed } from './figure.js'
import { letterCode, letterFields } from './letter-text.js'

const warmLetters = 100

/** A letter from its fields to PDF bytes, through the printing thread that the service uses, by the clock on the wall. */
const measureWaiting = async (): Promise<readonly Figure[]> => {
  const press = openPress({ fonts: readEnvironment(process.env).fonts })
  const print = (number: number) => press.print({ code: letterCode, fields: letterFields(number) })
  try {
    const first = await timed(() => print(0))
    const warm: number[] = []
    for (let number = 1; number <= warmLetters; number++) warm.push(await timed(() => print(number)))
    return [
      { name: 'letters.first', zh: '第一份文书（含读字体）', value: first, unit: 'ms', bar: { most: 1000 } },
      { name: 'letters.warm', zh: '此后每份', value: median(warm), unit: 'ms', bar: { most: 40 } },
    ]
  } finally {
    await press.close()
  }
}

/** What people wait for, then CPU beside other printers, then a whole batch. */
export const measureLetters = async (): Promise<readonly Figure[]> => [
  ...(await measureWaiting()),
  ...(await comparePrinters()),
  ...(await measureBatch()),
]
