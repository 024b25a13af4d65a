import { basename, dirname, join, resolve } from 'node:path'

/** Where what goes with a folder of letters lies (`clauses`, `mail`): inside it, or beside one called `letters`. */
export const besideLetters = (folder: string, kind: 'clauses' | 'mail'): string[] => [
  join(resolve(folder), kind),
  ...(basename(folder) === 'letters' ? [join(dirname(resolve(folder)), kind)] : []),
]

/** A folder of letters with what lies beside it: its parent where it is called `letters`. */
export const aroundLetters = (folder: string): string[] =>
  basename(folder) === 'letters' ? [dirname(resolve(folder))] : [resolve(folder)]
