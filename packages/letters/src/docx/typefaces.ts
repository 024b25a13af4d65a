import type { FontRole } from '../fonts/choose.js'
import { element, together, w, type Xml } from './xml.js'

/**
 * The faces by the names that editors' machines know: first what every Windows or Office has (小标宋 excepted, which
 * offices install), then what an office may have in its place; Word and WPS look for them in this order.
 */
const faces: { readonly [role in FontRole]: { readonly name: string; readonly else: readonly string[] } } = {
  fangsong: { name: '仿宋', else: ['FangSong', '仿宋_GB2312', '方正仿宋_GBK', 'STFangsong', 'FandolFang R'] },
  kaiti: { name: '楷体', else: ['KaiTi', '楷体_GB2312', '方正楷体_GBK', 'STKaiti', 'LXGW WenKai'] },
  heiti: { name: '黑体', else: ['SimHei', '方正黑体_GBK', 'STHeiti', 'Noto Sans CJK SC'] },
  xiaobiaosong: {
    name: '方正小标宋简体',
    else: ['方正小标宋_GBK', '小标宋', 'STZhongsong', '华文中宋', 'Noto Serif CJK SC', 'SimSun'],
  },
  songti: { name: '宋体', else: ['SimSun', 'STSong', 'Noto Serif CJK SC'] },
}

/** The face of a run, for Chinese and Latin characters alike, as on the printed letter. */
export function faceOf(role: FontRole): Xml {
  const { name } = faces[role]
  return w('rFonts', { ascii: name, hAnsi: name, eastAsia: name, cs: name })
}

/** `word/fontTable.xml`: what may stand in for a face that is not installed. */
export const fontTable = (namespace: string): Xml =>
  element(
    'w:fonts',
    { 'xmlns:w': namespace },
    together(
      Object.values(faces).map(({ name, else: others }) =>
        w(
          'font',
          { name },
          w('altName', { val: others.join(',') }),
          w('charset', { val: '86' }),
          w('family', { val: 'auto' }),
          w('pitch', { val: 'default' }),
        ),
      ),
    ),
  )
