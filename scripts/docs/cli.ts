import type { Argument, Command, Option } from 'commander';

const HEAD = `# The command line

Made of the commands themselves by \`npm run docs\`; a test fails where it differs.

\`DATELINE_DATABASE\` says where the ledger is: a folder (default \`./.dateline\`) or a \`postgres://\` address. Results go to standard
output, messages and progress to standard error. Colours only on a terminal, never with \`NO_COLOR\`. \`DATELINE_DEBUG=1\` shows where in
the code an error arose.

| exit code | meaning |
| --- | --- |
| 0 | done |
| 1 | something was refused, could not be read, or failed: one line says what |
| 2 | the command line is not right |
| 130 | stopped by Ctrl-C; what was filed stays filed |

While \`dateline serve\` or \`dateline demo\` has a ledger open, the other commands work through it. Where another command has it open,
they wait up to 10 seconds, saying for whom.
`;

/** The reference of the command line, in Markdown. */
export function cliReference(program: Command): string {
  return `${HEAD}\n${program.commands.flatMap(command => sections(command, 'dateline')).join('\n')}`;
}

function sections(command: Command, parent: string): string[] {
  const name = `${parent} ${command.name()}`;
  const options = command.options.filter(option => !option.hidden);
  const own = [
    `## ${name}\n`,
    `${command.description()}\n`,
    `\`\`\`\n${name} ${command.usage().replace('[options] [command]', '<command>')}\n\`\`\`\n`,
    command.registeredArguments.length ? `${command.registeredArguments.map(argumentLine).join('\n')}\n` : '',
    options.length ? `| option | |\n| --- | --- |\n${options.map(optionRow).join('\n')}\n` : '',
    after(command),
  ].filter(part => part !== '');
  return [own.join('\n'), ...command.commands.flatMap(each => sections(each, name))];
}

const argumentLine = (argument: Argument): string =>
  `- \`${argument.required ? `<${argument.name()}>` : `[${argument.name()}]`}\`: ${argument.description}${choices(argument.argChoices)}`;

function optionRow(option: Option): string {
  const facts = [
    option.description + choices(option.argChoices),
    option.mandatory ? 'needed' : '',
    option.defaultValue !== undefined
      ? `default ${option.defaultValueDescription ?? JSON.stringify(option.defaultValue)}`
      : '',
    option.envVar ? `or \`${option.envVar}\`` : '',
  ];
  return `| \`${option.flags.replaceAll('|', '\\|')}\` | ${facts.filter(Boolean).join('; ').replaceAll('|', '\\|')} |`;
}

const choices = (values: readonly string[] | undefined): string => (values ? `: ${values.join(', ')}` : '');

/** What the help says after the options: examples and notes. */
function after(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: part => {
      text += part;
    },
  });
  command.outputHelp();
  const end = text.indexOf('print this help\n');
  const rest = end < 0 ? '' : text.slice(end + 'print this help\n'.length).trim();
  return rest === '' || rest.startsWith('Commands:') ? '' : `\`\`\`\n${rest}\n\`\`\`\n`;
}
