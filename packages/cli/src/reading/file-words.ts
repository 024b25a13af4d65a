const words: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或者文件夹',
  ENOTDIR: '路径中有一段是文件，不是文件夹',
  EEXIST: '那里已有同名的文件',
  EISDIR: '这是文件夹，不是文件',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '那里只能读，不能写',
  ENOSPC: '磁盘已满',
}

/** Why a file could not be read or written, in Chinese; undefined for what is no matter of files. */
export const fileWords = (error: unknown): string | undefined => {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException
  return code && syscall ? (words[code] ?? `系统答复 ${code}`) : undefined
}
