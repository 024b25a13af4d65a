import type { Fault } from './fault.js'

/** The counter for programs speaks to operators; here the same is said to the person who typed the character. */
export const plainCharacterWords =
  (labels: Readonly<Record<string, string>>) =>
  ({ path, zh }: Fault): Fault => {
    const told = zh.replace('或者请系统管理员配置字库', '，例如用读音相同的字或者拼音代替')
    return { path, zh: `“${labels[path] ?? path}”${told}` }
  }
