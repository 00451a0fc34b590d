import { AddDocument, RemoveDocument, RenewDocument } from './document-dialogs.tsx';
import { DocumentList } from './document-list.tsx';
import type { Exercise, Planning } from './types.ts';

/** The documents of an exercise, for who brings them. */
export function DocumentsPlan({ exercise, planning }: { exercise: Exercise; planning: Planning }) {
  return (
    <DocumentList
      documents={exercise.documents}
      markings={exercise.markings}
      acts={(document) => (
        <span className="flex flex-wrap gap-2">
          <RenewDocument document={document} />
          <RemoveDocument document={document} />
        </span>
      )}
    >
      <AddDocument exerciseId={exercise.id} choices={planning} />
    </DocumentList>
  );
}
