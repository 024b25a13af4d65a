import { mayMail, type WallTime } from '@zhiqing/casework'
import type { MailReader } from '@zhiqing/db'
import type { Calendar } from '@zhiqing/law'
import type { WorkerServices } from '../services.js'
import { wallTime } from './wall-time.js'

/** Is it time to write to somebody? One mail a day is due from its minute on, once a day; quiet hours go before both. */
const isTime = (reader: MailReader, at: WallTime, calendar: Calendar): boolean => {
  const { digestAt, digestedOn } = reader
  if (!mayMail(at, reader, calendar)) return false
  return digestAt === null || (at.minute >= digestAt && digestedOn !== at.day)
}

/**
 * Writes to everybody of the staff who wants to be written to and may be right now. What falls into quiet hours is not put
 * anywhere to wait: it stays in the ledgers, and the first mail after them tells of all of it. Whoever cannot be written to
 * keeps nobody else waiting.
 */
export const tellStaff = async (services: WorkerServices, stopping: () => boolean): Promise<void> => {
  const { cabinet, now, log } = services
  const readers = await cabinet.notices.mailReaders()
  if (readers.length === 0) return
  const [at, calendar] = [wallTime(now()), await cabinet.calendar()]
  for (const reader of readers) {
    if (stopping()) return
    if (!isTime(reader, at, calendar)) continue
    const { id: person } = reader.person
    try {
      const lines = await cabinet.notices.writeNotice(reader, at.day)
      if (lines > 0) log.info('noticeWritten', { person, lines })
    } catch (error) {
      log.error('noticeFailed', { person, error: String(error) })
    }
  }
}
