import t from 'tap'
import { bench, organ, receive } from './court.js'

/** What the organ published, the channel used, and whether the applicant is told another way (rulebook R15 [T; I]). */
const rows: readonly (readonly [Readonly<Record<string, string>>, string, boolean])[] = [
  [{ online: '2019-05-15' }, 'inPerson', false],
  [{ online: '2019-05-15' }, 'registeredMail', false],
  [{ online: '2019-05-15' }, 'ordinaryMail', false],
  [{ online: '2019-05-15' }, 'online', false],
  [{ online: '2019-05-15' }, 'email', true],
  [{ online: '2019-05-15' }, 'fax', true],
  // An organ that published none must take whatever the applicant chose.
  [{}, 'email', false],
  [{}, 'fax', false],
]

t.test('国办公开办函〔2017〕19号 R15 | in person and by post always; other channels where published', async (t) => {
  for (const [channels, channel, told] of rows) {
    const title = `${channel}, published: ${Object.keys(channels).join('、') || '无'}`
    const outcome = await bench({ organ: { ...organ, channels } }).act(receive('2025-03-03', { channel }))
    t.equal(outcome.kind, 'done', `${title}: never refused`)
    const codes = outcome.kind === 'done' ? outcome.answer.warnings.map(({ code }) => code) : []
    t.equal(codes.includes('channelNotPublished'), told, title)
  }
})
