/** A text with what was searched for marked in it. */
export function MarkedParts({ parts }: { parts: readonly { text: string; match: boolean }[] }) {
  return parts.map((part, index) =>
    part.match ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, in their order
      <mark key={index} className="rounded-sm bg-bracket text-ink">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
