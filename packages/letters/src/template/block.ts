/** A letter as its parts, before it has lines or pages. A '\n' in a text is a break of the line inside its part. */
export type Block =
  | {
      readonly kind: 'head'
      readonly organ: string
      readonly number: string | null
      /** 信函格式 or 文件格式 of GB/T 9704-2012. */
      readonly format: 'letter' | 'document'
    }
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'addressee'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'quotation'; readonly text: string }
  | { readonly kind: 'table'; readonly header: readonly string[] | null; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'attachments'; readonly names: readonly string[] }
  | { readonly kind: 'signOff'; readonly organ: string; readonly date: string }
  /** 版记: 抄送, and in 文件格式 who printed it and when; a letter of 信函格式 has 抄送 alone. */
  | {
      readonly kind: 'imprint'
      readonly copies: string | null
      readonly printed: { readonly by: string; readonly on: string } | null
    }
