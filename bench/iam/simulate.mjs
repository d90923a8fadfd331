// Decides the requests of a file by @cloud-copilot/iam-simulate; see bench/iam.py, which starts it in the folder that has the package.
//
//     node simulate.mjs own|loaded FILE SECONDS ANSWERS
//
// Writes a decision a line to ANSWERS and prints how many were made per second of CPU, warm: through runSimulation, which validates what it
// is given, and through runUnsafeSimulation, which does not. The text of each request is parsed in both where the requests bring policies.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const { runSimulation, runUnsafeSimulation } = createRequire(join(process.cwd(), 'x.js'))('@cloud-copilot/iam-simulate')
const [kind, file, seconds, answers] = process.argv.slice(2)
const lines = readFileSync(file, 'utf8').trimEnd().split('\n')

const named = documents => (documents ?? []).map((policy, i) => ({ name: String(i), policy }))
const levels = all => (all ?? []).map((documents, i) => ({ orgIdentifier: `ou-${i}`, policies: named(documents) }))
const policies = asked => ({
  identityPolicies: named(asked.identityPolicies),
  serviceControlPolicies: levels(asked.serviceControlPolicies),
  resourceControlPolicies: levels(asked.resourceControlPolicies),
  resourcePolicy: asked.resourcePolicy,
  permissionBoundaryPolicies: asked.permissionBoundaries ? named(asked.permissionBoundaries) : undefined
})
const request = asked => ({
  principal: asked.principal,
  action: asked.action,
  resource: { resource: asked.resource, accountId: asked.resourceAccount },
  contextVariables: asked.context
})

const shared = kind === 'loaded' ? policies(JSON.parse(lines.shift())) : null
const questions = shared ? lines.map(line => request(JSON.parse(line))) : lines
const simulation = shared
  ? question => ({ request: question, ...shared })
  : line => { const asked = JSON.parse(line); return { request: request(asked), ...policies(asked) } }
const safe = async question => { const result = await runSimulation(simulation(question), {}); return result.overallResult ?? 'error' }
const unsafe = question => runUnsafeSimulation(simulation(question), {})
const words = { Allowed: 'allowed', ExplicitlyDenied: 'explicitDeny', ImplicitlyDenied: 'implicitDeny' }

const decisions = []
for (const question of questions) {
  const decision = await safe(question)
  decisions.push(words[decision] ?? decision)
}
writeFileSync(answers, decisions.join('\n') + '\n')

async function rate(decide) {
  let best = 0
  for (let round = 0; round < 4; round++) {
    const begun = process.cpuUsage()
    let used = 0
    let made = 0
    while (used < seconds * 1e6) {
      for (let i = 0; i < 500; i++) await decide(questions[made++ % questions.length])
      const now = process.cpuUsage(begun)
      used = now.user + now.system
    }
    if (round > 0) best = Math.max(best, made / (used / 1e6))
  }
  return best
}
// runUnsafeSimulation stumbles over every policy of a resource.
const whole = shared || questions.every(line => !line.includes('"resourcePolicy"'))
console.log(JSON.stringify({ validating: Math.round(await rate(safe)), plain: whole ? Math.round(await rate(unsafe)) : null }))
