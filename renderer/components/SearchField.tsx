import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';

interface Properties {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function SearchField({ label, value, onChange }: Properties): React.JSX.Element {
  return (
    <Input
      className="search-field"
      type="search"
      prefix={<SearchOutlined aria-hidden />}
      aria-label={label}
      placeholder={label}
      allowClear
      maxLength={100}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
