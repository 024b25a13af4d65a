/** Both halves of an IPv6 address in full: sixteen bits a group, eight groups. */
const groupsOf = (address: string): string[] => {
  const [head = '', tail] = address.split('::')
  const [before, after] = [head, tail ?? ''].map((half) => half.split(':').filter(Boolean)) as [string[], string[]]
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array<string>(zeros).fill('0'), ...after]
}

/** Who one subscriber is: an IPv4 address, or the first half of an IPv6 one, the other half being his to choose. */
export const subscriberOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  return address.includes(':') ? groupsOf(address.toLowerCase()).slice(0, 4).join(':') : address
}
