import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Folders, foldersWith, ownFolders } from '@zhiqing/letters'
import { readEnvironment } from '../environment.js'
import { OperatorFault } from '../operator-fault.js'

/** What is looked at, and where its words are looked up. */
export interface Shelves {
  readonly examined: Folders
  readonly folders: Folders
}

const required = (dir: string): string => {
  const folder = resolve(dir)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new OperatorFault(`没有这个文件夹：${folder}`)
  return folder
}

/** A folder that was named alone; without one everything that the service would print with. */
export const shelves = (dir: string | undefined): Shelves => {
  const own = dir ?? readEnvironment(process.env).templatesDir
  if (own === undefined) return { examined: foldersWith(undefined), folders: foldersWith(undefined) }
  const folder = required(own)
  const folders = foldersWith(folder)
  return { examined: dir === undefined ? folders : ownFolders(folder), folders }
}
