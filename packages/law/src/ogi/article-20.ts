import { article } from './article.js'

/** 第20条 主动公开的范围 */
export const article20 = article(
  20,
  '主动公开的范围',
  '规章、规范性文件、许可、处罚、强制、收费等应当主动公开；年度报告表二按这些项目填报。',
  '主动公开的发布不在本系统范围之内；表二的数字由人工填报',
)
