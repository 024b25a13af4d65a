const shape =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/

/**
 * One mail address and nothing else. Looked at once more right before the post: nodemailer takes `a@b, evil@x` for two
 * recipients and `a@b\r\nBcc: evil@x` for the second one alone.
 */
export const isOneAddress = (text: string): boolean => text.length <= 254 && shape.test(text)
