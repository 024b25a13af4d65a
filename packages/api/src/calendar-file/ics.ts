import { addDays, type Day } from '@zhiqing/law'

/** A whole day in somebody's calendar. */
export interface CalendarEntry {
  /** The same for the same thing however often the file is fetched. */
  readonly uid: string
  readonly on: Day
  readonly summary: string
  readonly description: string
  readonly url?: string | undefined
}

/** Text as a value (RFC 5545 3.3.11): the four characters that mean something are escaped, no control character passes. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (one) => `\\${one}`)
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, '')

const most = 75

/**
 * Lines are at most 75 octets, the blank that a continuation begins with among them (RFC 5545 3.1); a character of several
 * octets is never parted.
 */
const folded = (line: string): string => {
  const parts: string[] = []
  let [part, room] = ['', most]
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > room) {
      parts.push(part)
      part = ''
      room = most - 1
    }
    part += letter
  }
  return [...parts, part].join('\r\n ')
}

const bare = (day: Day): string => day.replaceAll('-', '')

const stampOf = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d+/g, '')

const eventLines = ({ uid, on, summary, description, url }: CalendarEntry, stamp: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}@zhiqing`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${bare(on)}`,
  `DTEND;VALUE=DATE:${bare(addDays(on, 1))}`,
  `SUMMARY:${escaped(summary)}`,
  `DESCRIPTION:${escaped(description)}`,
  ...(url ? [`URL:${url}`] : []),
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

/** A calendar file (RFC 5545): the one place where one is written. `now` stamps it; nothing else in it is of the hour. */
export const icsOf = (name: string, entries: readonly CalendarEntry[], now: Date): string => {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//zhiqing//due days//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...entries.flatMap((entry) => eventLines(entry, stampOf(now))),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
