import type { Clause, OpenPoint, Policy } from './policy.ts';

/** The register of open points as a page of Markdown, Chinese first. */
export function openPointsPage(policy: Policy): string {
  const { document, openPoints, clauses } = policy;
  return [
    '<!-- Made from the register in the policy by scripts/documents.ts; change it there. -->',
    `# 通知没有写明的地方 · What the notice leaves open`,
    `${document.number}《${document.title.zh}》没有写明以下各点。系统不替通知作主：能算的，各种理解都算；不能算的，照实说没有写，并告诉大家问谁。`,
    `The notice says nothing definite on the following points. What can be computed is computed in every reading; for the rest the answer is that the notice does not say, and whom to ask.`,
    ...openPoints.map(point => section(point, clauses)),
    '',
  ].join('\n\n');
}

function section(point: OpenPoint, clauses: readonly Clause[]): string {
  const nearest = clauses.filter(({ id }) => point.nearest.includes(id)).map(({ id, name }) => `${name.zh} (${id})`);
  const readings = point.readings.map(({ id, zh, en }) => `- \`${id}\` ${zh}  \n  ${en}`).join('\n');
  const paragraphs = [
    `## ${point.question.zh} · ${point.question.en}`,
    `\`${point.id}\` · 最接近的条款 / nearest: ${nearest.join('、')}`,
    readings,
    both('为什么没有定论', 'Why it is open', point.why),
    both('谁能定', 'Who could settle it', point.whoCouldSettle),
    both('在此之前', 'Meanwhile', point.meanwhile),
    point.elsewhere === null
      ? ''
      : both('外省的做法（不适用于本省）', 'Elsewhere (not an answer here)', point.elsewhere),
    `测试 / tests: ${point.tests.map(test => `\`${test}\``).join(' · ')}`,
  ];
  return paragraphs.filter(paragraph => paragraph !== '').join('\n\n');
}

function both(zhLabel: string, enLabel: string, { zh, en }: { zh: string; en: string }): string {
  return `**${zhLabel}** ${zh}  \n**${enLabel}** ${en}`;
}
