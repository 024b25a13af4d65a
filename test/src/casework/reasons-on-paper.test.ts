import { openFonts, printLetter } from '@zhiqing/letters'
import t from 'tap'
import { textOf } from '../pdf.js'
import { type Act, a, bench, receive, run } from './court.js'

const asked = [
  receive('2025-03-03'),
  a('2025-03-03', 'registerRequest'),
  a('2025-03-05', 'askReasons', { months: 6, requests: 132 }),
  a('2025-03-06', 'recordLetterService', { letter: 'P02', servedOn: '2025-03-06' }),
]
const signed: readonly Act[] = [
  a('2025-03-21', 'judgeReasons', { accepted: false, reasons: '各次申请内容相近，已经答复九十七件' }),
  a('2025-03-21', 'submitDraft', { person: '李四' }),
  a('2025-03-21', 'approveDraft', { person: '王五' }),
  a('2025-03-21', 'signReply', { person: '赵六', reason: '已逐项核对' }),
]

t.test('§35 S19 | 理由不合理 is said of reasons that were given; without any, that there are none', async (t) => {
  const fonts = await openFonts()
  const printed = async (acts: readonly Act[]): Promise<string> => {
    const on = bench()
    await run(on, [...asked, ...acts, ...signed])
    const letter = on.kept().facts.findLast((fact) => fact.type === 'LetterIssued' && fact.letter === 'S19')
    if (letter?.type !== 'LetterIssued') throw new Error('no S19')
    return (await textOf((await printLetter('S19', letter.fields as never, { fonts })).pdf)).replace(/\s/g, '')
  }
  const mute = await printed([])
  t.match(mute, /且没有合理理由，本机关对该申请不予处理.*申请人没有说明理由.*已经答复九十七件/)
  t.notMatch(mute, /理由不合理/)
  t.match(
    await printed([a('2025-03-12', 'receiveReasons', { content: '了解日常工作' })]),
    /且理由不合理，本机关对该申请不予处理.*了解日常工作/,
  )
})
