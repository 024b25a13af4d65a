import type { FontChoice } from '@zhiqing/letters'

/** Which face stands for 仿宋, as people call it; the path only of a font that somebody chose. */
export const fangsongWords = (report: readonly FontChoice[]): string => {
  const found = report.find(({ role }) => role === 'fangsong')
  switch (found?.from) {
    case 'configured':
      return `${found.path}（FONT_FANGSONG 指定）`
    case 'system':
      return '本机系统自带的仿宋；机关自有仿宋用 FONT_FANGSONG 指定'
    default:
      return '霞鹜文楷，随产品附带；机关自有仿宋用 FONT_FANGSONG 指定'
  }
}
