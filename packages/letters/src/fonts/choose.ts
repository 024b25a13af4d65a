import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { FontError } from '../faults.js'
import { refuseFontFile } from './font-file.js'

/** The faces an official letter is set in (GB/T 9704-2012 §5, §7). 宋体 is only for the page number. */
export type FontRole = 'fangsong' | 'kaiti' | 'heiti' | 'xiaobiaosong' | 'songti'

/** Paths of the organ's own fonts: static TTF, or OTF. Absent means look for one. */
export type FontSettings = { readonly [role in Exclude<FontRole, 'songti'>]?: string | undefined }

/** Which file a role is printed with, where it was found, and what was passed over on the way. */
export type FontChoice = {
  readonly role: FontRole
  readonly path: string
  readonly from: 'configured' | 'system' | 'bundled'
  readonly passedOver: readonly string[]
}

const bundled: { readonly [role in FontRole]: string } = {
  fangsong: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-300-normal.woff',
  kaiti: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff',
  heiti: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  xiaobiaosong: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  songti: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
}

/** Where systems keep a 仿宋 of their own: Windows, macOS, Debian's texlive-lang-chinese. No free package has one. */
const systemFangsong = [
  'C:\\Windows\\Fonts\\simfang.ttf',
  '/Library/Fonts/STFangsong.ttf',
  '/System/Library/Fonts/Supplemental/STFangsong.ttf',
  '/Library/Fonts/Microsoft/Fangsong.ttf',
  '/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf',
  '/usr/share/texmf/fonts/opentype/public/fandol/FandolFang-Regular.otf',
]

const roles: readonly FontRole[] = ['fangsong', 'kaiti', 'heiti', 'xiaobiaosong', 'songti']

/** The font of every role: configured, else (仿宋 only) the system's own, else bundled. Throws FontError for a configured file that cannot be used. */
export function fontReport(settings: FontSettings = {}): FontChoice[] {
  return roles.map((role) => chooseFont(role, settings))
}

function chooseFont(role: FontRole, settings: FontSettings): FontChoice {
  const configured = role === 'songti' ? undefined : settings[role]
  if (configured) return { role, path: usable(configured), from: 'configured', passedOver: [] }
  const passedOver: string[] = []
  for (const path of role === 'fangsong' ? systemFangsong.filter((file) => existsSync(file)) : []) {
    const reason = refuseFontFile(path)
    if (!reason) return { role, path, from: 'system', passedOver }
    passedOver.push(reason)
  }
  return { role, path: bundledPath(role), from: 'bundled', passedOver }
}

export const bundledPath = (role: FontRole): string => createRequire(import.meta.url).resolve(bundled[role])

function usable(path: string): string {
  const reason = refuseFontFile(path)
  if (reason) throw new FontError(reason)
  return path
}
