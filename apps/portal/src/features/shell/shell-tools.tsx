'use client';

import { Toaster } from '#components/ui/toaster.tsx';
import type { PalettePage } from '#features/palette/choices.ts';
import { CommandPalette } from '#features/palette/command-palette.tsx';
import { StepUpDialog } from '#features/sign-in/step-up-dialog.tsx';
import { ClosePopovers } from './close-popovers.tsx';
import { LiveShell } from './live-shell.tsx';
import { PersonPanel, type PersonPanelProps } from './person-panel.tsx';
import { SoftLinks } from './soft-links.tsx';

type Props = { pages: readonly PalettePage[]; person: PersonPanelProps };

/** What works for the whole page without being in it, behind one door: each door costs every page a little. */
export function ShellTools({ pages, person }: Props) {
  return (
    <>
      <PersonPanel {...person} />
      <CommandPalette pages={pages} />
      <LiveShell />
      <StepUpDialog />
      <SoftLinks />
      <ClosePopovers />
      <Toaster />
    </>
  );
}
