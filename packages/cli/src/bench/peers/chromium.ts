import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { letterBlocks } from '../letter-text.js'
import type { Role } from './fonts-folder.js'
import { fromTests } from './from-tests.js'
import { type Piece, piecesOf } from './look.js'
import type { Printer } from './printer.js'

/** The part of playwright-core that is used here. */
type Playwright = {
  readonly chromium: {
    launch(options: object): Promise<{
      newPage(): Promise<{ setContent(html: string): Promise<void>; pdf(options: object): Promise<Buffer> }>
      close(): Promise<void>
    }>
  }
}

/** Debian's, as in the tests of the pages. */
export const chromiumPath = (): string => process.env.CHROMIUM ?? '/usr/bin/chromium'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What the bundled fonts call themselves. */
const families: Readonly<Record<Role, string>> = {
  fangsong: '300 "LXGW WenKai"',
  kaiti: '500 "LXGW WenKai"',
  heiti: '500 "Noto Sans SC"',
  xiaobiaosong: '700 "Noto Serif SC"',
}

const fontOf = (role: Role, size: number): string => {
  const [weight = '', family = ''] = families[role].split(/ (?=")/)
  return `font: ${weight} ${size}pt/1.8 ${family}`
}

const asText = (text: string): string => text.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`)

const paragraph = ({ text, look }: Piece): string => {
  const style = [
    fontOf(look.role, look.size),
    `text-align: ${look.align}`,
    `text-indent: ${look.indent}em`,
    `color: ${look.red ? '#e60000' : '#000'}`,
  ].join('; ')
  return `<p style='${style}'>${asText(text)}</p>`
}

const pageStyle = '@page { size: A4; margin: 37mm 26mm 35mm 28mm } p { margin: 0 }'

const html = (number: number): string => {
  const paragraphs = piecesOf(letterBlocks(number)).map(paragraph).join('\n')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${pageStyle}</style>${paragraphs}</html>`
}

/** Fonts as an operator would install them, which costs Chromium least; nothing of the system's own interferes. */
const fontsConfig = (folder: string): string => {
  const cache = join(folder, 'cache')
  mkdirSync(cache, { recursive: true })
  const file = join(folder, 'fonts.conf')
  writeFileSync(file, `<fontconfig><dir>${folder}</dir><cachedir>${cache}</cachedir></fontconfig>`)
  return file
}

/** Chromium printing to PDF; browser and page are kept, as they are by whoever prints much. */
export const openChromium = async (folder: string): Promise<Printer | undefined> => {
  const executablePath = chromiumPath()
  const found = existsSync(executablePath)
    ? ((await fromTests('playwright-core')) as Playwright | undefined)
    : undefined
  if (!found) return undefined
  const env = { ...process.env, FONTCONFIG_FILE: fontsConfig(folder) }
  const browser = await found.chromium.launch({ executablePath, headless: true, args: flags, env })
  const page = await browser.newPage()
  return {
    print: async (number) => {
      await page.setContent(html(number))
      return page.pdf({ format: 'A4', preferCSSPageSize: true })
    },
    close: () => browser.close(),
  }
}
