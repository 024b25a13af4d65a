import { existsSync } from 'node:fs'
import { checkTemplates, type Finding, foldersWith, ownFolders } from '@zhiqing/letters'
import type { Environment } from '../environment.js'
import { OperatorFault } from '../operator-fault.js'
import { today } from '../world.js'

/** A fault as people read it: file, line, column, words. */
export const faultLine = ({ file, line, column, message }: Finding): string => `${file}:${line}:${column} ${message}`

/** Faults that a letter of today must not be printed with; a clause that ran out refuses by itself when it is printed. */
const grave = ({ rule }: Finding): boolean => rule !== 'clause-expired'

/** An organ's own words are checked before the doors open: refused with every fault, as the operator's to mend. */
export const requireSoundTemplates = ({ templatesDir }: Pick<Environment, 'templatesDir'>): void => {
  if (!templatesDir) return
  if (!existsSync(templatesDir)) throw new OperatorFault(`没有 TEMPLATES_DIR 所写的文件夹：${templatesDir}`)
  const folders = foldersWith(templatesDir)
  const { findings } = checkTemplates(ownFolders(templatesDir), { folders, today: today() })
  const faults = findings.filter(grave)
  if (faults.length === 0) return
  const advice = '请改正后再启动（用 zhiqing templates check 核对），或者去掉 TEMPLATES_DIR，用自带的文字。'
  throw new OperatorFault([`本机关的文书有${faults.length}处问题：`, ...faults.map(faultLine), advice].join('\n'))
}
