import { fileURLToPath } from 'node:url'

/** The folder of the letters' words: `<CODE>.md` and `common.yaml`. Absolute; counted from `templates/dist/index.js`. */
export const letterTemplatesFolder: string = fileURLToPath(new URL('../letters/', import.meta.url))

/** The folder of the words that go with a letter by post. Absolute; counted from `templates/dist/index.js`. */
export const mailTemplatesFolder: string = fileURLToPath(new URL('../mail/', import.meta.url))
