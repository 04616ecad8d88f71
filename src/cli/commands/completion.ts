import { Argument, type Command } from 'commander';
import { completionScript, SHELLS, type Shell } from '../completion/script.ts';
import type { Io } from '../io.ts';

/** `dateline completion SHELL`: a script that completes commands and options. */
export const addCompletion = (program: Command, io: Io): Command =>
  program
    .command('completion')
    .summary('print a completion script for your shell')
    .description('Prints a script that completes commands and options in your shell.')
    .addArgument(new Argument('<shell>', 'your shell').choices(SHELLS))
    .addHelpText(
      'after',
      `
Install:
  bash  dateline completion bash > ~/.local/share/bash-completion/completions/dateline
  zsh   dateline completion zsh > "\${fpath[1]}/_dateline"
  fish  dateline completion fish > ~/.config/fish/completions/dateline.fish`,
    )
    .action((shell: Shell) => io.out(completionScript(program, shell)));
