import { actZh, resultZh, signOnFailures } from '@zhiqing/api'
import { securityActNames, securityResults } from '@zhiqing/db'
import t from 'tap'

const chinese = /^[\p{Script=Han}、，“”（）]+$/u

t.test('ASVS 44 安全日志 | whatever can be written down has Chinese words, each its own', async (t) => {
  for (const act of securityActNames) t.match(actZh(act), chinese, act)
  for (const result of [...securityResults, ...Object.keys(signOnFailures)]) t.match(resultZh(result), chinese, result)
  for (const [codes, words] of [
    [securityActNames, actZh],
    [securityResults, resultZh],
  ] as const)
    t.equal(new Set((codes as readonly string[]).map(words)).size, codes.length, 'no two are called the same')
  t.equal(actZh('ofALaterVersion'), 'ofALaterVersion', 'a row of a later version is shown as it is')
})
