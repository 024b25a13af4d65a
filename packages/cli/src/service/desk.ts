import { fileURLToPath } from 'node:url'
import { type Desk, readDesk } from '@zhiqing/api'

/** The pages of the staff as built; undefined where they were not. */
export const builtDesk = (): Desk | undefined =>
  readDesk(fileURLToPath(new URL('dist/desk', import.meta.resolve('@zhiqing/workbench/package.json'))))
