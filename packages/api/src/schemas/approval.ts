import * as z from 'zod'
import { dayText, textOrNull } from './plain.js'

/** 审核通过, of this round or of an earlier one. */
export const approval = z.object({
  opinion: textOrNull,
  by: textOrNull,
  on: dayText,
  secrecyReviewedOn: dayText.optional().meta({ description: '保密审查日期，由审核人确认' }),
})
