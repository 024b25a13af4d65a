import { loadTemplate, openPress, sampleFields } from '@zhiqing/letters'
import { readEnvironment } from '../environment.js'
import { type Figure, median, timed } from './figure.js'

const code = 'S12'
const warmLetters = 100

/** A letter from its fields to PDF bytes, through the printing thread that the service uses. */
export const measureLetters = async (): Promise<readonly Figure[]> => {
  const fields = sampleFields(loadTemplate(code))
  const press = openPress({ fonts: readEnvironment(process.env).fonts })
  try {
    const first = await timed(() => press.print({ code, fields }))
    const warm: number[] = []
    for (let i = 0; i < warmLetters; i++) warm.push(await timed(() => press.print({ code, fields })))
    return [
      { name: 'letters.first', zh: '第一份文书（含读字体）', value: first, unit: 'ms', bar: { most: 1500 } },
      { name: 'letters.warm', zh: '此后每份', value: median(warm), unit: 'ms', bar: { most: 40 } },
    ]
  } finally {
    await press.close()
  }
}
