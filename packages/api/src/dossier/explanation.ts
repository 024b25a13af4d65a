import type { LedgerProof } from '@zhiqing/db'

/** What the explanation is about. */
export interface Explained {
  readonly caseId: string
  readonly number: string
  readonly organ: string
  readonly proof: LedgerProof
  /** Versions left out in a copy for the applicant. */
  readonly withheld: readonly number[]
  /** Versions in which the number of an identity paper is covered. */
  readonly masked: readonly number[]
  /** What was found wrong when the file was made; empty for a file in order. */
  readonly findings: readonly string[]
}

/** The check as a program of thirty lines in a language that every office can read: Python 3 without any package. */
const program = (caseId: string, head: string): string => `import hashlib, json
CASE = "${caseId}"
HEAD = "${head}"
def sha(*parts):
    h = hashlib.sha256()
    for part in parts: h.update(part)
    return h.hexdigest()
faults, covered = [], []
before = sha(CASE.encode("utf-8"))
for place, line in enumerate(open("台账.jsonl", encoding="utf-8"), 1):
    row = json.loads(line)
    if row["version"] != place or row["prevHash"] != before: faults.append("第%d条接不上前一条" % place)
    before = row["hash"]
    if row.get("withheld"): continue
    if row.get("masked"): covered.append(str(place))
    if sha(bytes.fromhex(row["prevHash"]), row["canon"].encode("utf-8")) != row["hash"]: faults.append("第%d条的散列不符" % place)
    fact = json.loads(row["canon"])
    if fact["version"] != place or fact["caseId"] != CASE: faults.append("第%d条不是本案的这一条" % place)
    digest = fact["payload"].get("words")
    if digest and not row.get("masked") and (not row["words"] or sha(bytes.fromhex(row["salt"]), row["words"].encode("utf-8")) != digest): faults.append("第%d条的文字与摘要不符" % place)
if before != HEAD: faults.append("末条散列与本说明所记不符")
for line in open("SHA256SUMS", encoding="utf-8"):
    digest, name = line.rstrip("\\n").split("  ", 1)
    if sha(open(name, "rb").read()) != digest: faults.append(name + " 与 SHA256SUMS 不符")
print("\\n".join(faults) or "核验无误")
if covered: print("第%s条的证件号码已经遮盖，这几条的文字没有与摘要核对" % "、".join(covered))
raise SystemExit(1 if faults else 0)`

const gaps = (withheld: readonly number[]): string =>
  withheld.length === 0
    ? ''
    : `
本副本不附第三方材料。台账第${withheld.join('、')}条只留前后散列（"withheld": true），不提供内容：
这几条本身不能重算，但链条在这几处仍然前后相接，其余各条不受影响。
`

const covers = (masked: readonly number[]): string =>
  masked.length === 0
    ? ''
    : `
台账第${masked.join('、')}条中的证件号码已经遮盖（"masked": true），不附随机数：这几条的链条（canon、prevHash、hash）照样可以重算，
只有其中的个人信息和原话不能与摘要核对。确需核对的，请本机关写明理由另行调取证件号码完整的案卷，调取记入安全日志。
`

const state = (findings: readonly string[]): string =>
  findings.length === 0
    ? '编制本卷时已经核验：台账前后相接、文字与摘要相符、已存文书的字节与存档时的散列相符。'
    : `编制本卷时核验发现问题，请先查明：\n${findings.map((zh) => `  * ${zh}`).join('\n')}`

/** 核验说明.txt: how anybody re-computes the chain, without us and without our programs. */
export const explanationFile = ({ caseId, number, organ, proof, withheld, masked, findings }: Explained): string =>
  `核验说明

机关：${organ}
受理编号：${number}
案件标识：${caseId}
台账条数：${proof.rows.length}
末条散列：${proof.head}

${state(findings)}
${gaps(withheld)}${covers(masked)}
一、台账是什么

办理中的每一步记一条，只增不改。台账.jsonl 每行一条，是一个 JSON 对象：
  version   第几条，从1起
  prevHash  前一条的散列（十六进制）
  hash      本条的散列
  canon     本条的规范文本，散列就是对这段文字（UTF-8）计算的
  words     本条中的个人信息和各方的原话，规范文本；没有的为 null
  salt      计算 words 的摘要时加在前面的随机数（十六进制）
  masked    true：words 中的证件号码已经遮盖，没有随机数，words 不与摘要核对

二、怎样重算

1. 第1条的 prevHash 等于 SHA-256(案件标识的 UTF-8 文字)；其后每一条的 prevHash 等于前一条的 hash。
2. 每一条：hash = SHA-256(prevHash 的32个字节，接着 canon 的 UTF-8 字节)。
3. canon 是 JSON，其中 version 为本条条次，caseId 为案件标识；payload 中有 words 的，它是摘要（masked 为 true 的不算这一步）：
   摘要 = SHA-256(salt 的字节，接着 words 的 UTF-8 字节)。
4. 最后一条的 hash 等于上面的末条散列。
5. SHA256SUMS 列出本卷其他各文件的 SHA-256，可用 sha256sum -c SHA256SUMS 核对。

三、能证明什么，不能证明什么

任何一条被改动、删去、插入、调换，或者原话被改动，按上面的算法都会算出不同的散列。
文书的内容（各项字段）记在台账的 LetterIssued 一条里；PDF 文件的字节由 SHA256SUMS 固定，不在台账链条里。
全部重新做过一遍的台账，单凭本卷看不出来；要排除这种可能，请把末条散列与此前另行保存的副本核对。
登记回执中的查询码已经遮盖，拟办审核签发单按台账补上了签发的人员、日期和文号，因此这两种不是存档的字节，其余文书是制发时存档的字节。

四、核验程序

装有 Python 3 的电脑，解开本卷，把下面两条横线之间的文字存成 check.py，放在同一文件夹里运行：python3 check.py

--------8<--------
${program(caseId, proof.head)}
-------->8--------
`
