import { done, type Result } from '../../../shared/refusals/refusal.ts';
import type { Person } from '../../../shared/contract/workspace.ts';
import { createExpert, issuePin } from '../../services/experts.ts';
import { addPerson, listPeople } from '../../services/people.ts';
import type { Caller } from '../../services/use-case.ts';
import { UsageError, type WorkspaceCommand } from '../command.ts';
import { textTable } from '../text-table.ts';

const roleWords = { secretariat: '秘书处', observer: '监督员', expert: '评审委员' } as const;

export const peopleCommands: readonly WorkspaceCommand[] = [
  {
    kind: 'workspace',
    words: 'people add',
    usage: 'NAME --role secretariat|observer|expert [--organisation TEXT]',
    summary: '增加一个人，打印临时密码',
    options: { role: { type: 'string' }, organisation: { type: 'string' } },
    positionals: [1, 1],
    run: async (context, caller) => {
      const role = readRole(context.arguments.text('role'));
      const name = (context.arguments.positionals[0] ?? '').trim();
      if (name === '') throw new UsageError('NAME 不能为空');
      const added = await addAs(caller, role, name, (context.arguments.text('organisation') ?? '').trim());
      if (!added.ok) return added;
      const { person, temporaryPassword, recoveryCode } = added.value;
      const secret = role === 'expert' ? '临时 PIN' : '临时密码';
      return done({
        json: { person, temporaryPassword, ...(recoveryCode === undefined ? {} : { recoveryCode }) },
        text: `已增加${roleWords[role]} ${person.name}。${secret}：${temporaryPassword}（只显示这一次，首次登录后须改）${
          recoveryCode === undefined
            ? ''
            : `\n恢复码：${recoveryCode}（只显示这一次。请抄下并妥善保存，秘书处忘记密码时凭它重设）`
        }`,
      });
    },
  },
  {
    kind: 'workspace',
    words: 'people list',
    usage: '',
    summary: '列出秘书处人员和监督员',
    positionals: [0, 0],
    run: (_context, caller) => {
      const listed = listPeople(caller);
      if (!listed.ok) return listed;
      const { people } = listed.value;
      const table = textTable(
        [{ header: '身份' }, { header: '姓名' }, { header: '单位', atMost: 50 }],
        people.map(({ role, name, organisation }) => [roleWords[role], name, organisation]),
      );
      return done({ json: { people }, text: `${table}\n共 ${people.length} 人。` });
    },
  },
];

interface Added {
  readonly person: Person;
  readonly temporaryPassword: string;
  /** The first secretary's. */
  readonly recoveryCode?: string;
}

type AddableRole = keyof typeof roleWords;

function readRole(text: string | undefined): AddableRole {
  if (text === 'secretariat' || text === 'observer' || text === 'expert') return text;
  throw new UsageError('--role 要写 secretariat（秘书处）、observer（监督员）或 expert（评审委员）');
}

async function addAs(
  caller: Caller,
  role: AddableRole,
  name: string,
  organisation: string,
): Promise<Result<Added>> {
  if (role !== 'expert') return await addPerson(caller, { name, role, organisation });
  const created = createExpert(caller, { name, organisation, code: '', district: '' });
  if (!created.ok) return created;
  const issued = await issuePin(caller, { id: created.value.id });
  if (!issued.ok) return issued;
  return done({
    person: { id: created.value.id, name, role, organisation },
    temporaryPassword: issued.value.pin,
  });
}
