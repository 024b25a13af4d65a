import * as z from 'zod'
import { textOrNull, viewFields } from './plain.js'

/** What a command answers (contract §5). */
export const commandAnswer = z
  .object({
    id: z.string(),
    number: textOrNull.meta({ description: '受理编号；尚待确认的为 null' }),
    version: z.int().meta({ description: '案件的版本，同 ETag' }),
    ...viewFields,
    letters: z.array(z.string()).meta({ description: '这一步制发的文书' }),
    issued: z.array(z.object({ n: z.int(), letter: z.string(), documentNumber: textOrNull })),
    warnings: z.array(z.object({ code: z.string(), zh: z.string() })),
    permitted: z.array(z.string()).meta({ description: '登录人现在可以办理的事项' }),
    children: z.array(z.string()).optional().meta({ description: '拆分出来的各件的受理编号' }),
    queryCode: z.string().optional().meta({ description: '查询码，只在接收时告知一次' }),
  })
  .meta({ id: 'CommandAnswer', description: '办理结果' })

export type CommandAnswer = z.infer<typeof commandAnswer>
