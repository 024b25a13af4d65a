import type { CommandName, Fault, Warning } from '@zhiqing/casework'
import type { Day } from '@zhiqing/law'

const inWords = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** What is done on paper first is recorded later; who reads the answer should see that it was. */
export const lateWarnings = (on: Day, today: Day): Warning[] =>
  on < today
    ? [
        {
          code: 'recordedLate',
          zh: `这一步写明于${inWords(on)}办理，今天（${inWords(today)}）才录入；台账同时保留录入时间`,
        },
      ]
    : []

/** A reply takes its number and its date at the moment it is signed: another day would be a date made up. */
export const signingFaults = (name: CommandName, on: Day | undefined, today: Day): Fault[] =>
  name !== 'signReply' || on === undefined || on === today
    ? []
    : [{ path: 'on', zh: `签发时当场编号、落款，只能是今天（${inWords(today)}）；可以不填` }]
