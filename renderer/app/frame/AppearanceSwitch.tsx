import { BulbOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { appearances, usePreference } from '../../state/preference.ts';
import { text } from '../../text/text.ts';

export function AppearanceSwitch(): React.JSX.Element {
  const { appearance, choose } = usePreference();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: appearances.map((each) => ({ key: each, label: text.frame.appearances[each] })),
        selectable: true,
        selectedKeys: [appearance],
        onClick: ({ key }) => {
          const chosen = appearances.find((each) => each === key);
          if (chosen !== undefined) choose(chosen);
        },
      }}
    >
      <Button icon={<BulbOutlined aria-hidden />}>{text.frame.appearance}</Button>
    </Dropdown>
  );
}
