import { dueDates } from '@zhiqing/casework'
import { addDays, dueNames } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { identityOf } from '../identity/identity.js'
import { organToRead } from '../identity/roles.js'
import { waitingFor } from '../identity/waiting-for.js'
import { notForReading } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { officeFor } from '../view/office.js'
import { attachment } from './file-name.js'

const schema = {
  tags: ['案件'],
  summary: '期限日历（iCalendar）',
  description: '等登录人办理的案件的各项期限，可以导入日历程序；只有受理编号和期限名称，没有申请人和内容。',
  response: {
    200: { description: 'ICS 文件', content: { 'text/calendar': { schema: z.string() } } },
    ...problems(401, 403, 503),
  },
}

const most = 500
const bare = (day: string): string => day.replaceAll('-', '')

/** Lines of a calendar file are at most 75 bytes; a longer one goes on after a blank (RFC 5545 3.1). */
const folded = (line: string): string => {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > 74) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part].join('\r\n ')
}

interface Entry {
  readonly uid: string
  readonly on: Parameters<typeof addDays>[0]
  readonly words: string
}

const event = ({ uid, on, words }: Entry, stamp: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}@zhiqing`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${bare(on)}`,
  `DTEND;VALUE=DATE:${bare(addDays(on, 1))}`,
  `SUMMARY:${words}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

/** GET /due-days.ics: the days of what waits for the person, without a word of who asks or for what. */
export const dueCalendar = (app: FastifyInstance, services: Services): void => {
  app.get('/due-days.ics', { schema }, async (request, reply) => {
    const { person } = identityOf(request)
    const organ = organToRead(person)
    if (organ === undefined) return send(reply, notForReading)
    const { cabinet, now } = services
    const [{ cases }, office] = await Promise.all([
      cabinet.worklist({ organ: [organ], limit: most, mine: waitingFor(person) }),
      officeFor(organ, services),
    ])
    const stamp = `${now()
      .toISOString()
      .replace(/[-:]|\.\d+/g, '')}`
    const entries = cases.flatMap(({ id, current }) =>
      dueDates(current, office).flatMap(({ what, dueOn, id: about = '' }) =>
        dueOn
          ? [{ uid: `${id}-${what}-${about}`, on: dueOn, words: `${current.number ?? '待确认'} ${dueNames[what]}` }]
          : [],
      ),
    )
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//zhiqing//due days//ZH',
      'X-WR-CALNAME:依申请公开期限',
      ...entries.flatMap((entry) => event(entry, stamp)),
      'END:VCALENDAR',
    ]
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', attachment('due-days.ics', '依申请公开期限.ics'))
      .send(`${lines.map(folded).join('\r\n')}\r\n`)
  })
}
