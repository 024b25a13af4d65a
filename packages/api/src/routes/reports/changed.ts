import type { Prepared } from '@zhiqing/db'
import * as z from 'zod'
import { textOrNull } from '../../schemas/plain.js'

const cell = z.number().nullable()
const figure = z.object({
  figure: z.string().meta({ description: '数字的名称，与 sheets 中的相同' }),
  before: cell.meta({ description: '打开草稿时的；没有填写的为 null' }),
  now: cell,
})
const stand = z.object({ group: z.string(), column: z.string(), suit: textOrNull }).nullable()

/** What changed since the draft was opened, beside the places of the cases. */
export const changedSchema = z
  .object({
    four: z.array(figure),
    remedies: z
      .array(z.object({ caseId: z.string(), number: textOrNull, id: z.string(), before: stand, after: stand }))
      .meta({ description: '表四：所在的格或者案号有变动的复议、诉讼' }),
    two: z.array(figure),
    parts: z.array(z.object({ part: z.enum(['overview', 'problems', 'other']), before: z.string(), now: z.string() })),
    sources: z
      .array(z.object({ name: z.string(), before: z.string(), now: z.string() }))
      .meta({ description: '来源有变动的，按 sources 的名称；没有填写的为空' }),
    previous: z.object({ before: cell, now: cell }).nullable().meta({
      description: '上年的报告有变动的：以前和现在的结转下年度总计，没有报告的为 null；没有变动的整个为 null',
    }),
  })
  .nullable()
  .meta({
    description:
      '打开草稿（公布以后为最近一次公布）以来，表四、表二、文字、来源和上年报告的变动；没有草稿，或者草稿打开得早、没有记下的，为 null',
  })

export const changedView = (
  { changed }: Prepared,
  numbers: ReadonlyMap<string, string | null>,
): z.infer<typeof changedSchema> =>
  changed && {
    four: [...changed.four],
    remedies: changed.remedies.map((one) => ({ ...one, number: numbers.get(one.caseId) ?? null })),
    two: [...changed.two],
    parts: [...changed.parts],
    sources: [...changed.sources],
    previous: changed.previous,
  }
