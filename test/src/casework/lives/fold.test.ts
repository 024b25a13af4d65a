import { readFileSync } from 'node:fs'
import { foldVersion } from '@zhiqing/casework'
import t from 'tap'
import { search } from './search.js'

/* Rows folded by an older program are folded anew when `foldVersion` is raised: so a new member must not come unseen. */

/** Kept as filed: their members are those of the input, not of the fold. */
const asFiled = ['.decision', '.applicant', '.coApplicants', '.information', '.form']

const members = (value: unknown, path: string, into: Set<string>): Set<string> => {
  if (path) into.add(path)
  if (typeof value !== 'object' || value === null || asFiled.some((one) => path.endsWith(one))) return into
  for (const [key, inner] of Object.entries(value)) members(inner, Array.isArray(value) ? path : `${path}.${key}`, into)
  return into
}

t.test('台账 | a fold that tells other things than before has a new version', async (t) => {
  t.setTimeout(120_000)
  const found = new Set<string>()
  const spoil = <Seen extends { after: { current: unknown } }>(seen: Seen): Seen => {
    members(seen.after.current, '', found)
    return seen
  }
  t.equal((await search(800, 20261121, { spoil })).failing, null)
  const known = readFileSync(new URL('../../../fixtures/fold-members.txt', import.meta.url), 'utf8')
  t.equal(
    [`version ${foldVersion}`, ...[...found].sort()].join('\n'),
    known.trimEnd(),
    'raise foldVersion, then take over the new members',
  )
})
