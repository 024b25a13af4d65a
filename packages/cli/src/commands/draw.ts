import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { drawings } from '@zhiqing/workflows'
import type { CliCommand } from '../command.js'
import { readArgs } from '../usage.js'

/** `zhiqing draw`: writes the machines' drawings beside the machines. */
export const draw: CliCommand = {
  help: '用法：zhiqing draw    重画 workflows/*.md',
  run: async (args) => {
    readArgs(args, {})
    for (const { file, markdown } of drawings()) {
      const path = fileURLToPath(new URL(`../../../../workflows/${file}`, import.meta.url))
      writeFileSync(path, markdown)
      console.log(path)
    }
    return 0
  },
}
