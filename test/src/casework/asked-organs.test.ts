import { openFonts, printLetter } from '@zhiqing/letters'
import t from 'tap'
import { textOf } from '../pdf.js'
import { type Act, a, bench, type Place, receive, run } from './court.js'

const begun = [receive('2025-03-03'), a('2025-03-03', 'registerRequest')]

const printed = async (code: 'P07' | 'L05', act: Act, place: Place = {}): Promise<string> => {
  const on = bench(place)
  await run(on, [...begun, act])
  const letter = on.kept().facts.findLast((fact) => fact.type === 'LetterIssued' && fact.letter === code)
  if (letter?.type !== 'LetterIssued') throw new Error(`no ${code}`)
  const fonts = await openFonts()
  return (await textOf((await printLetter(code, letter.fields as never, { fonts })).pdf)).replace(/\s/g, '')
}

const asks = (as: string, more: object = {}) =>
  a('2025-03-05', 'consultOrgan', { id: '询', organ: '青禾县财政局', as, ...more })

t.test(
  '§34, R32 P07 | fifteen working days are the law’s for a co-maker, and the organ’s setting for another',
  async (t) => {
    const five = { settings: { organChaseWorkingDays: 5 } }
    t.match(await printed('P07', asks('coProducer'), five), /起15个工作日内提出书面意见.*视为同意公开/)
    const other = await printed('P07', asks('other'), five)
    t.match(other, /起5个工作日内反馈书面意见/)
    t.notMatch(other, /15个工作日|视为同意/)
    t.match(await printed('P07', asks('other')), /起15个工作日内反馈书面意见/, 'the usual setting')
  },
)

t.test('R82 P07 | the question is the officer’s own, and does not tell who asks', async (t) => {
  t.match(await printed('P07', asks('other')), /该信息是否可以公开；不应当公开的，请指明具体部分/)
  const own = await printed('P07', asks('other', { question: '该文件是否定密，张三（13800000000）称已解密' }))
  t.match(own, /该文件是否定密/)
  t.notMatch(own, /张三|13800000000|该信息是否可以公开/)
})

t.test(
  'R33, R82 L05 | another organ is written to as one, a unit as one of the house; neither learns who asks',
  async (t) => {
    const help = (more: object) =>
      a('2025-03-05', 'requestAssistance', {
        id: '协',
        unit: '青禾县档案馆',
        question: '请查找张三所述的批复',
        ...more,
      })
    const outside = await printed('L05', help({ external: true }))
    t.match(outside, /需要贵单位协助查找、核实有关情况.*请查找申请人所述的批复/)
    t.notMatch(outside, /张三|你单位/)
    for (const inside of [{}, { external: false }]) t.match(await printed('L05', help(inside)), /需要你单位查找、核实/)
  },
)
