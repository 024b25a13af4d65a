import { type ErrorCode, LineCounter, parseDocument, type YAMLError } from 'yaml'

const words: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_ALIAS: '引用（*）的写法不对，或者没有它所指的内容',
  BAD_COLLECTION_TYPE: '列表和字段混在了一起',
  BAD_DQ_ESCAPE: '双引号里的反斜杠写法不对',
  BAD_INDENT: '缩进不对',
  BAD_SCALAR_START: '值不能以这个符号开头，请给整个值加上引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个冒号：请另起一行，或者给值加上引号',
  BLOCK_IN_FLOW: '括号里面不能用缩进的写法',
  DUPLICATE_KEY: '同一个字段写了两次',
  KEY_OVER_1024_CHARS: '字段名太长，也许少了引号',
  MISSING_CHAR: '少了一个符号（引号、逗号、冒号或者括号）',
  MULTILINE_IMPLICIT_KEY: '字段名不能跨行，也许少了冒号',
  MULTIPLE_DOCS: '一个文件只能写一份内容，不能用 --- 隔成几份',
  RESOURCE_EXHAUSTION: '层次或者引用太多',
  TAB_AS_INDENT: '不能用制表符缩进，请改用空格',
  UNEXPECTED_TOKEN: '这里出现了不该有的内容',
}

/** What is wrong with a YAML text, in Chinese; the parser's own words at most behind it. */
export const yamlWords = ({ code, message }: Pick<YAMLError, 'code' | 'message'>): string => {
  const own = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')
  return code === 'DUPLICATE_KEY' ? '同一个字段写了两次' : `${words[code] ?? '不符合 YAML 的写法'}（${own}）`
}

/** Reads YAML (and so JSON). Throws a SyntaxError whose message names line, column and fault of each. */
export const readYaml = (text: string): unknown => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const told = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0])
    return `第${line}行第${col}列：${yamlWords(error)}`
  })
  if (told.length > 0) throw new SyntaxError(told.join('\n'))
  try {
    return document.toJS()
  } catch (error) {
    throw new SyntaxError(`内容展开不了：引用（*）太多，或者没有它所指的内容（${(error as Error).message}）`)
  }
}
